using Sextant.Discovery.Code.Go;
using static Sextant.Discovery.Code.Resolution.LanguageTraits;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Go's own names, and those of the libraries through which values reach its programs.</summary>
internal static class GoTraits
{
    public static readonly LanguageTraits All = new()
    {
        Self = null,
        Options = true,
        OptionCalls = true,
        SpreadTypes = true,
        Builtins = Set($"""
            any append bool byte cap clear close comparable complex64 complex128 copy delete error float32 float64 imag int int8 int16
            int32 int64 iota len make max min new panic print println real recover rune string uint uint8 uint16 uint32 uint64 uintptr
            func chan {StructTag.Reader}
            """),
        EnvironmentReaders = Set($"""
            os.Getenv() os.LookupEnv() syscall.Getenv() builtins.{StructTag.Reader}()
            github.com/spf13/viper.GetString() github.com/spf13/viper.Get()
            """),
        TransparentCalls = Set("""
            builtins.string() strings.TrimSpace() strings.ToLower() os.ExpandEnv() strings.Clone()
            github.com/openai/openai-go.F() github.com/openai/openai-go.String() github.com/openai/openai-go.Opt()
            github.com/openai/openai-go.ChatModel() github.com/openai/openai-go.EmbeddingModel() github.com/openai/openai-go.ImageModel()
            github.com/openai/openai-go.AudioModel() github.com/openai/openai-go.SpeechModel() github.com/openai/openai-go/shared.ChatModel()
            github.com/openai/openai-go/shared.ResponsesModel() github.com/openai/openai-go/packages/param.NewOpt()
            github.com/anthropics/anthropic-sdk-go.F() github.com/anthropics/anthropic-sdk-go.String() github.com/anthropics/anthropic-sdk-go.Model()
            github.com/anthropics/anthropic-sdk-go.Opt() github.com/anthropics/anthropic-sdk-go/packages/param.NewOpt()
            github.com/sashabaranov/go-openai.EmbeddingModel()
            github.com/aws/aws-sdk-go-v2/aws.String() github.com/aws/aws-sdk-go/aws.String() github.com/Azure/azure-sdk-for-go/sdk/azcore/to.Ptr()
            google.golang.org/genai.Ptr() github.com/samber/lo.ToPtr() k8s.io/utils/ptr.To() k8s.io/utils/pointer.String()
            github.com/cohere-ai/cohere-go.String() github.com/liushuangls/go-anthropic.Model()
            google.golang.org/protobuf/proto.String() github.com/AlekSi/pointer.To() github.com/AlekSi/pointer.ToString()
            """),
    };
}
