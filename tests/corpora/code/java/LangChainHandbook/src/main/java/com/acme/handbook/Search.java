package com.acme.handbook;

import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;

class Search {
    private final ContentRetriever retriever = EmbeddingStoreContentRetriever.builder()
            .embeddingStore(Index.STORE)
            .embeddingModel(Index.EMBEDDING)
            .maxResults(3)
            .build();

    String find(String question) {
        return retriever.retrieve(Query.from(question)).toString();
    }
}
