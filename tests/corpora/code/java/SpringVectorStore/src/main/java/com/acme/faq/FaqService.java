package com.acme.faq;

import java.util.List;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.VectorStore;
import org.springframework.stereotype.Service;

@Service
class FaqService {
    private final VectorStore store;

    FaqService(VectorStore store) {
        this.store = store;
    }

    List<Document> find(String question) {
        return store.similaritySearch(SearchRequest.builder().query(question).topK(3).build());
    }
}
