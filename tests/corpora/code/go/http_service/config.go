package main

import "os"

type Config struct {
	Model   string
	BaseURL string
	Key     string
}

func env(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

func load() Config {
	return Config{
		Model:   env("CHAT_MODEL", "deepseek-chat"),
		BaseURL: env("CHAT_URL", "https://api.deepseek.com"),
		Key:     os.Getenv("DEEPSEEK_API_KEY"),
	}
}
