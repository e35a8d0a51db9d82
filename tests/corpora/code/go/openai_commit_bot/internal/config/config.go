package config

import "os"

const (
	ChatModel = "gpt-4.1-mini"
	MaxDiff   = 20_000
)

// Key is the key of the service.
func Key() string { return os.Getenv("COMMITBOT_OPENAI_KEY") }
