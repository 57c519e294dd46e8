package org.doudi.server.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contract of the programs' door, as OpenAPI at {@code /api/v1/openapi}. */
@Configuration(proxyBeanMethods = false)
class Contract {
    @Bean
    OpenApiCustomizer completeContract() {
        return Contract::complete;
    }

    private static void complete(OpenAPI api) {
        api.info(new Info()
                .title("Doudi")
                .version("1")
                .description("Households, rolls, cases and decisions of one's area of duty."
                        + " A token of the security administrator is the key: Authorization: Bearer <token>.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        api.servers(List.of(new Server().url("/")));
        Components parts = api.getComponents() == null ? new Components() : api.getComponents();
        parts.addSecuritySchemes(
                "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        parts.addSchemas("Problem", problem());
        api.components(parts);
        api.security(List.of(new SecurityRequirement().addList("token")));
        Content refusal = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
        api.getPaths().values().stream()
                .flatMap(p -> p.readOperations().stream())
                .forEach(Contract::files);
        api.getPaths().values().stream()
                .flatMap(p -> p.readOperations().stream())
                .forEach(o -> o.getResponses()
                        .addApiResponse(
                                "default",
                                new ApiResponse()
                                        .description("Refused; the problem says why")
                                        .content(refusal)));
    }

    /** A file is its bytes: a generated program would write what is called a "byte" as text. */
    private static void files(Operation operation) {
        Stream.concat(
                        Stream.ofNullable(operation.getRequestBody()).map(RequestBody::getContent),
                        operation.getResponses().values().stream()
                                .map(ApiResponse::getContent)
                                .filter(Objects::nonNull))
                .map(content -> content.get("application/octet-stream"))
                .filter(Objects::nonNull)
                .forEach(file -> file.schema(new BinarySchema()));
    }

    private static Schema<?> problem() {
        Schema<?> schema = new ObjectSchema().description("Why a request was refused (RFC 9457)");
        schema.addProperty("type", new StringSchema().description("by which programs tell refusals apart"));
        schema.addProperty("title", new StringSchema());
        schema.addProperty("status", new IntegerSchema());
        schema.addProperty("detail", new StringSchema().description("what is wrong and what to do"));
        return schema;
    }
}
