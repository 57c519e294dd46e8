package org.doudi.server.api;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells in the contract which parts of a record are always there: those that are not {@code @Nullable}. */
@Component
class RequiredParts implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw =
                TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (raw.isRecord() && schema != null && schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            Schema<?> model = context.getDefinedModels().get(name);
            if (model != null) {
                require(raw, model);
            }
        }
        return schema;
    }

    private static void require(Class<?> raw, Schema<?> model) {
        for (RecordComponent part : raw.getRecordComponents()) {
            boolean asked = model.getRequired() != null && model.getRequired().contains(part.getName());
            if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class) && !asked) {
                model.addRequiredItem(part.getName());
            }
        }
    }
}
