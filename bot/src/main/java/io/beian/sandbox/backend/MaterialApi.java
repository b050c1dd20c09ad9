package io.beian.sandbox.backend;

import io.beian.backend.Sha256;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The materials part of the contract. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/filing/v1/materials/{sha256}")
class MaterialApi {

    private static final int LARGEST = 10 << 20;

    private final Materials materials;

    MaterialApi(Materials materials) {
        this.materials = materials;
    }

    @RequestMapping(method = RequestMethod.HEAD)
    ResponseEntity<Void> has(@PathVariable String sha256) {
        return ResponseEntity.status(materials.has(sha256) ? 204 : 404).build();
    }

    @GetMapping
    ResponseEntity<Object> get(@PathVariable String sha256) {
        return materials
                .read(sha256)
                .<ResponseEntity<Object>>map(
                        jpeg -> ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg))
                .orElseGet(() -> Answers.problem(404, "unknownMaterial"));
    }

    @PutMapping
    ResponseEntity<Object> put(@PathVariable String sha256, InputStream body) throws IOException {
        byte[] content = body.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            return Answers.problem(413, "tooBig");
        }
        if (!Sha256.of(content).equals(sha256)) {
            return Answers.problem(422, "hashMismatch");
        }
        if (!jpeg(content)) {
            return Answers.problem(415, "notJpeg");
        }
        if (materials.has(sha256)) {
            return ResponseEntity.noContent().build();
        }
        materials.write(sha256, content);
        return ResponseEntity.status(201).build();
    }

    private static boolean jpeg(byte[] content) {
        return content.length > 3
                && (content[0] & 0xff) == 0xff
                && (content[1] & 0xff) == 0xd8
                && (content[2] & 0xff) == 0xff;
    }
}
