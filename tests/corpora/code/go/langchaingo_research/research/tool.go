package research

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

// Library searches the catalogue of a library.
type Library struct{}

func (Library) Name() string { return "library" }

func (Library) Description() string { return "Searches the catalogue." }

func (Library) Call(ctx context.Context, input string) (string, error) {
	response, err := http.Get("https://catalogue.example.org/search?q=" + url.QueryEscape(input))
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return string(body), err
}
