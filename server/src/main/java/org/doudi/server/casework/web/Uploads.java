package org.doudi.server.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.casework.Picture;
import org.doudi.server.casework.step.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes the pictures out of a form, and refuses what is none. */
@Component
class Uploads {
    /** The pictures by field; a field left empty is not there. */
    Map<String, Picture> pictures(HttpServletRequest request) {
        Map<String, Picture> pictures = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        if (request instanceof MultipartHttpServletRequest multipart) {
            for (Map.Entry<String, MultipartFile> part : multipart.getFileMap().entrySet()) {
                if (part.getValue().isEmpty()) {
                    continue;
                }
                try {
                    picture(part.getKey(), part.getValue()).ifPresent(p -> pictures.put(part.getKey(), p));
                } catch (CaseFailure.Incomplete e) {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw CaseFailure.incomplete(problems);
        }
        return pictures;
    }

    /** The picture of one field; nothing where none was sent. */
    Optional<Picture> picture(String field, @Nullable MultipartFile part) {
        if (part == null || part.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Picture> picture = Picture.of(part.getBytes());
            if (picture.isEmpty()) {
                throw CaseFailure.incomplete(List.of(new Problem(field, "picture", List.of())));
            }
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
