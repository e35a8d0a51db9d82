package com.acme.lang

object Config {
    const val MODEL = "mistral-large-latest"
    val key: String get() = System.getenv("MISTRAL_API_KEY") ?: error("no key")
}
