package org.doudi.server.registry;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a member is to the head, or a person to a relative. */
public enum Relation {
    HEAD("户主"),
    SPOUSE("配偶"),
    SON("子"),
    DAUGHTER("女"),
    DAUGHTER_IN_LAW("儿媳"),
    SON_IN_LAW("女婿"),
    GRANDSON("孙子"),
    GRANDDAUGHTER("孙女"),
    FATHER("父亲"),
    MOTHER("母亲"),
    PARENT_IN_LAW("公婆、岳父母"),
    GRANDPARENT("祖父母"),
    SIBLING("兄弟姐妹"),
    OTHER("其他");

    private final String word;

    Relation(String word) {
        this.word = word;
    }

    /** As it lies in the registry and stands on lists. */
    public String word() {
        return word;
    }

    /** The relation of a word; {@link #OTHER} for one that is not known. */
    public static Relation of(String word) {
        for (Relation relation : values()) {
            if (relation.word.equals(word)) {
                return relation;
            }
        }
        return OTHER;
    }

    /** The relation that a list means, in the words of its writers too; empty for a word that is not understood. */
    public static Optional<Relation> written(String word) {
        for (Relation relation : values()) {
            if (relation.word.equals(word)) {
                return Optional.of(relation);
            }
        }
        return Optional.ofNullable(ALSO_WRITTEN.get(word));
    }

    private static final Map<String, Relation> ALSO_WRITTEN = alsoWritten();

    private static Map<String, Relation> alsoWritten() {
        Map<Relation, String> words = new EnumMap<>(Relation.class);
        words.put(HEAD, "本人 户主本人");
        words.put(SPOUSE, "夫 妻 丈夫 妻子");
        words.put(SON, "儿子 独生子 长子 次子 三子 四子 五子 养子 继子");
        words.put(DAUGHTER, "女儿 独生女 长女 次女 三女 四女 五女 养女 继女");
        words.put(DAUGHTER_IN_LAW, "媳 媳妇 儿媳妇");
        words.put(SON_IN_LAW, "婿");
        words.put(GRANDSON, "孙");
        words.put(FATHER, "父 爸爸");
        words.put(MOTHER, "母 妈妈");
        words.put(PARENT_IN_LAW, "公公 婆婆 岳父 岳母 公婆 岳父母");
        words.put(GRANDPARENT, "祖父 祖母 爷爷 奶奶 外祖父 外祖母");
        words.put(SIBLING, "兄 弟 姐 妹 哥哥 弟弟 姐姐 妹妹");
        words.put(OTHER, "其他亲属 非亲属 外孙 外孙子 外孙女 侄子 侄女 外甥 外甥女");
        Map<String, Relation> relations = new HashMap<>();
        words.forEach((relation, list) -> List.of(list.split(" ", -1)).forEach(word -> relations.put(word, relation)));
        return Map.copyOf(relations);
    }

    /** The child of somebody. */
    public static Relation child(Sex sex) {
        return sex == Sex.MALE ? SON : DAUGHTER;
    }

    private static Relation grandchild(Sex sex) {
        return sex == Sex.MALE ? GRANDSON : GRANDDAUGHTER;
    }

    private static Relation parent(Sex sex) {
        return sex == Sex.MALE ? FATHER : MOTHER;
    }

    private static Relation childInLaw(Sex sex) {
        return sex == Sex.MALE ? SON_IN_LAW : DAUGHTER_IN_LAW;
    }

    /** What this person, of that sex, most likely is to another who was something to the same head. */
    public Relation seenFrom(Relation newHead, Sex sex) {
        return switch (newHead) {
            case HEAD -> this;
            case SPOUSE ->
                switch (this) {
                    case HEAD -> SPOUSE;
                    case FATHER, MOTHER -> PARENT_IN_LAW;
                    case SON, DAUGHTER, DAUGHTER_IN_LAW, SON_IN_LAW, GRANDSON, GRANDDAUGHTER -> this;
                    default -> OTHER;
                };
            case SON, DAUGHTER ->
                switch (this) {
                    case HEAD, SPOUSE -> parent(sex);
                    case SON, DAUGHTER -> SIBLING;
                    case FATHER, MOTHER -> GRANDPARENT;
                    case DAUGHTER_IN_LAW, SON_IN_LAW -> SPOUSE;
                    case GRANDSON, GRANDDAUGHTER -> child(sex);
                    default -> OTHER;
                };
            case FATHER, MOTHER ->
                switch (this) {
                    case HEAD -> child(sex);
                    case FATHER, MOTHER -> SPOUSE;
                    case SPOUSE -> childInLaw(sex);
                    case SON, DAUGHTER -> grandchild(sex);
                    default -> OTHER;
                };
            default -> OTHER;
        };
    }

    /** What this person, of that sex, most likely is to somebody to whom the own head is something. */
    public Relation through(Relation ownHead, Sex sex) {
        if (this == HEAD) {
            return ownHead;
        }
        return switch (ownHead) {
            case SON, DAUGHTER ->
                switch (this) {
                    case SPOUSE -> childInLaw(sex);
                    case SON, DAUGHTER -> grandchild(sex);
                    default -> OTHER;
                };
            case SPOUSE -> this == SON || this == DAUGHTER ? this : OTHER;
            case FATHER, MOTHER ->
                switch (this) {
                    case SPOUSE -> parent(sex);
                    case SON, DAUGHTER -> SIBLING;
                    default -> OTHER;
                };
            default -> OTHER;
        };
    }
}
