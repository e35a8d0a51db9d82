package main

import (
	"encoding/json"
	"log"
	"net/http"

	"github.com/openai/openai-go"
	"github.com/openai/openai-go/option"
)

func main() {
	config := load()
	client := openai.NewClient(option.WithBaseURL(config.BaseURL), option.WithAPIKey(config.Key))
	http.HandleFunc("/ask", func(w http.ResponseWriter, r *http.Request) {
		completion, err := client.Chat.Completions.New(r.Context(), openai.ChatCompletionNewParams{
			Model:    config.Model,
			Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(r.FormValue("q"))},
		})
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		_ = json.NewEncoder(w).Encode(completion.Choices[0].Message.Content)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
