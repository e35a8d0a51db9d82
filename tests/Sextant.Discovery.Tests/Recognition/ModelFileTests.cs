using System.Text;
using CsCheck;
using Sextant.Discovery.Code.Recognition;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Recognition;

public sealed class ModelFileTests
{
    [Theory]
    [InlineData("m/churn.pkl", new byte[] { 0x80, 4, 0x95 }, "true")]
    [InlineData("m/net.pt", new byte[] { (byte)'P', (byte)'K', 3, 4 }, "true")]
    [InlineData("m/phi.gguf", new byte[] { (byte)'G', (byte)'G', (byte)'U', (byte)'F', 3 }, "false")]
    [InlineData("m/a.tflite", new byte[] { 0, 0, 0, 0, (byte)'T', (byte)'F', (byte)'L', (byte)'3', 0 }, "false")]
    public void A_model_file_is_known_by_name_and_first_bytes(string path, byte[] bytes, string unsafeDeserialization)
    {
        var map = Inspect(path, bytes);
        Assert.Equal([$"model:~/{path}"], Repository.Assets(map));
        Assert.Equal(unsafeDeserialization, Repository.Facet(map, $"model:~/{path}", "unsafeDeserialization"));
    }

    [Theory]
    [InlineData("m/notes.pkl")]
    [InlineData("m/firmware.bin")]
    [InlineData("m/model.onnx")]
    [InlineData("m/weights.safetensors")]
    public void A_file_with_another_content_is_nothing(string path) => Assert.Empty(Repository.Assets(Inspect(path, Encoding.ASCII.GetBytes("just text"))));

    [Fact]
    public void A_pickle_of_data_is_no_model() => Assert.Empty(Repository.Assets(Inspect("m/training_data.pkl", [0x80, 4, 0x95])));

    [Fact]
    public void A_pointer_of_Git_LFS_stands_for_its_file()
    {
        var map = Inspect("m/big.safetensors", Encoding.ASCII.GetBytes("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"));
        Assert.Equal(["model:~/m/big.safetensors"], Repository.Assets(map));
        Assert.Contains("Git LFS", map.Assets.Single().Evidence[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_are_read_without_an_error() =>
        Gen.Select(Gen.Byte.Array[0, 64], Gen.Int[0, 7].Select(i => new[] { ".safetensors", ".onnx", ".pt", ".pkl", ".h5", ".tflite", ".joblib", ".gguf" }[i]))
            .Sample((bytes, ending) => Inspect("model" + ending, bytes).Assets.Count <= 1);

    private static AssetMap Inspect(string path, byte[] bytes)
    {
        var builder = new MapBuilder();
        var inspector = new ModelFileInspector();
        Assert.True(inspector.Wants(new TreePath(path)));
        inspector.Inspect(new FileContent(new TreePath(path), bytes), new TreeContext("example", new MemoryFiles(new Dictionary<string, string>()), builder));
        return builder.Build();
    }
}
