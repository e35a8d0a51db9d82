package com.acme.pets;

import dev.langchain4j.agent.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@ApplicationScoped
public class PetTools {
    @Tool("What a vet wrote about a pet")
    String record(String pet) throws IOException {
        return Files.readString(Path.of("records", pet + ".txt"));
    }
}
