module github.com/acme/commitbot

go 1.24

require github.com/openai/openai-go/v2 v2.1.0
