package photos

import (
	"context"
	"os"

	"google.golang.org/genai"
)

func Describe(ctx context.Context, picture []byte) (string, error) {
	client, err := genai.NewClient(ctx, &genai.ClientConfig{APIKey: os.Getenv("GEMINI_API_KEY"), Backend: genai.BackendGeminiAPI})
	if err != nil {
		return "", err
	}
	parts := []*genai.Part{genai.NewPartFromBytes(picture, "image/jpeg"), genai.NewPartFromText("Describe the photo.")}
	result, err := client.Models.GenerateContent(ctx, "gemini-2.5-flash", []*genai.Content{genai.NewContentFromParts(parts, genai.RoleUser)}, nil)
	if err != nil {
		return "", err
	}
	return result.Text(), nil
}
