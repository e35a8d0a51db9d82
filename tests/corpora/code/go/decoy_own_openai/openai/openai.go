package openai

type ChatCompletionRequest struct {
	Model string
}

type Client struct{}

func NewClient(key string) *Client { return &Client{} }

func (c *Client) CreateChatCompletion(r ChatCompletionRequest) string { return r.Model }
