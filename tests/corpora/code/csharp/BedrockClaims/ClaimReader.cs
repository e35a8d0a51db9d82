using System.Text;
using Amazon;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.S3;

namespace Acme.Claims;

public sealed class ClaimReader(IAmazonS3 s3)
{
    private const string Bucket = "acme-claims";
    private static readonly string ModelId = Environment.GetEnvironmentVariable("CLAIMS_MODEL") ?? "anthropic.claude-3-haiku-20240307-v1:0";

    private readonly AmazonBedrockRuntimeClient _bedrock = new(RegionEndpoint.EUCentral1);

    public async Task<string> ReadAsync(string key)
    {
        using var stored = await s3.GetObjectAsync(Bucket, key);
        using var reader = new StreamReader(stored.ResponseStream, Encoding.UTF8);
        var request = new ConverseRequest
        {
            ModelId = ModelId,
            Messages = [new Message { Role = ConversationRole.User, Content = [new ContentBlock { Text = await reader.ReadToEndAsync() }] }],
        };
        var response = await _bedrock.ConverseAsync(request);
        return response.Output.Message.Content[0].Text;
    }
}
