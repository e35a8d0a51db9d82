using Sextant.Discovery.Tests.Recognition;

namespace Sextant.Discovery.Tests.Go;

/// <summary>Go programs of several files, read as the product reads them.</summary>
public sealed class GoProgramTests
{
    private const string Module = "module github.com/acme/helper/v2\n\ngo 1.25\n";

    [Fact]
    public void Names_lead_through_the_files_of_a_package_and_through_other_packages()
    {
        var map = new Repository()
            .WithFile("go.mod", Module)
            .WithFile("internal/config/config.go", "package config\n\nconst Model = \"gpt-4o\"\n")
            .WithFile("internal/bot/bot.go", """
                package bot
                import "github.com/openai/openai-go/v3"
                type Bot struct{ client openai.Client }
                func New() *Bot { return &Bot{client: newClient()} }
                """)
            .WithFile("internal/bot/client.go", """
                package bot
                import (
                    "github.com/openai/openai-go/v3"
                    "github.com/openai/openai-go/v3/option"
                )
                func newClient() openai.Client { return openai.NewClient(option.WithBaseURL("https://openrouter.ai/api/v1")) }
                """)
            .WithFile("internal/bot/ask.go", """
                package bot
                import (
                    "github.com/acme/helper/v2/internal/config"
                    "github.com/openai/openai-go/v3"
                )
                func (b *Bot) Ask(question string) {
                    b.client.Chat.Completions.New(nil, openai.ChatCompletionNewParams{Model: config.Model})
                }
                """)
            .Read();

        Assert.Equal(["ai-service:openrouter", "model:openai/gpt-4o"], Repository.Assets(map));
        Assert.Contains("ai-service:openrouter -serves-> model:openai/gpt-4o", Repository.Relations(map));
    }

    [Fact]
    public void A_handler_in_another_file_says_what_its_tool_can_do()
    {
        var map = new Repository()
            .WithFile("go.mod", Module)
            .WithFile("main.go", """
                package main
                import (
                    "github.com/mark3labs/mcp-go/mcp"
                    "github.com/mark3labs/mcp-go/server"
                )
                type app struct{ root string }
                func main() {
                    a := &app{root: "/srv"}
                    s := server.NewMCPServer("disk", "1.0")
                    s.AddTool(mcp.NewTool("wipe"), a.wipe)
                    server.ServeStdio(s)
                }
                """)
            .WithFile("wipe.go", """
                package main
                import "os"
                func (a *app) wipe(ctx any, request any) (any, error) { return nil, os.RemoveAll(a.root) }
                """)
            .Read();

        Assert.Equal(["mcp-server:~/main.go/disk", "tool:~/main/wipe"], Repository.Assets(map));
        Assert.Equal("destroys writes", Repository.Facet(map, "tool:~/main/wipe", "capabilities"));
        Assert.Contains("tool:~/main/wipe -provided-by-> mcp-server:~/main.go/disk", Repository.Relations(map));
    }

    [Fact]
    public void A_field_that_the_environment_sets_is_named_by_its_variable()
    {
        var map = new Repository()
            .WithFile("main.go", """
                package main
                import "github.com/sashabaranov/go-openai"
                type Config struct {
                    Key   string `env:"OPENAI_KEY"`
                    Model string `env:"CHAT_MODEL" envDefault:"gpt-4o-mini"`
                }
                func ask(c Config) {
                    client := openai.NewClient(c.Key)
                    client.CreateChatCompletion(nil, openai.ChatCompletionRequest{Model: c.Model})
                }
                """)
            .Read();

        Assert.Equal(["ai-service:openai", "model:openai/gpt-4o-mini", "secret:~/env/OPENAI_KEY"], Repository.Assets(map));
    }

    [Fact]
    public void A_repository_of_ordinary_go_has_nothing()
    {
        var map = new Repository()
            .WithFile("go.mod", Module)
            .WithFile("main.go", "package main\nimport (\n\"os/exec\"\n\"net/http\"\n)\nfunc main() { exec.Command(\"ls\").Run(); http.Get(\"https://acme.com\") }\n")
            .Read();

        Assert.Empty(Repository.Assets(map));
    }
}
