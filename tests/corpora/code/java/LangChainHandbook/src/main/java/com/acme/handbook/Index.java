package com.acme.handbook;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.loader.FileSystemDocumentLoader;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.qdrant.QdrantEmbeddingStore;
import java.util.List;

class Index {
    static final EmbeddingModel EMBEDDING = OpenAiEmbeddingModel.builder()
            .apiKey(System.getenv("OPENAI_API_KEY"))
            .modelName("text-embedding-3-large")
            .build();

    static final EmbeddingStore<TextSegment> STORE = QdrantEmbeddingStore.builder()
            .host("qdrant")
            .port(6334)
            .collectionName("handbook")
            .build();

    static void fill() {
        List<Document> documents = FileSystemDocumentLoader.loadDocuments("handbook/pages");
        EmbeddingStoreIngestor.builder().embeddingModel(EMBEDDING).embeddingStore(STORE).build().ingest(documents);
    }
}
