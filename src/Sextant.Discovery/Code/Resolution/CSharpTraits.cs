using static Sextant.Discovery.Code.Resolution.LanguageTraits;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>C#'s own names, and those of .NET through which values reach its programs.</summary>
internal static class CSharpTraits
{
    public static readonly LanguageTraits All = new()
    {
        SeesMembers = true,
        Options = true,
        Extensions = true,
        Builtins = Set("bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort void"),
        OpenedModules =
        [
            "", "Microsoft.Extensions.Logging", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Builder", "Microsoft.Extensions.Hosting",
            "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Configuration", "System.Net.Http", "System.Linq", "System.IO", "System.Collections.Generic", "System",
        ],
        PropertyDecorators = Set("property"),
        ServiceMethods = Set("GetRequiredService GetService GetKeyedService GetRequiredKeyedService"),
        TransparentCalls = Set("""
            System.ArgumentNullException.ThrowIfNull() System.Convert.ToString() System.IO.Path.GetFullPath() System.Environment.ExpandEnvironmentVariables()
            System.Uri() System.ClientModel.ApiKeyCredential() Azure.AzureKeyCredential() Anthropic.SDK.APIAuthentication()
            """),
        WrappingCalls = Set("System.IO.FileInfo() System.IO.DirectoryInfo() System.Text.StringBuilder()"),
        EnvironmentReaders = Set("""
            System.Environment.GetEnvironmentVariable() System.Environment.GetEnvironmentVariables()[]
            Microsoft.Extensions.Configuration.IConfiguration()[] Microsoft.Extensions.Configuration.IConfigurationRoot()[]
            Microsoft.Extensions.Configuration.IConfigurationManager()[] Microsoft.Extensions.Configuration.ConfigurationManager()[]
            Microsoft.Extensions.Configuration.IConfigurationSection()[]
            Microsoft.Extensions.Configuration.extension.GetValue() Microsoft.Extensions.Configuration.extension.GetConnectionString()
            Microsoft.Extensions.Configuration.extension.GetRequiredValue()
            Microsoft.Extensions.Configuration.extension.GetSection()[] Microsoft.Extensions.Configuration.extension.GetRequiredSection()[]
            Microsoft.Extensions.Configuration.extension.GetSection().Value
            Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder().Configuration[] Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder().Configuration[]
            Microsoft.AspNetCore.Builder.WebApplicationBuilder().Configuration[] Microsoft.Extensions.Hosting.IHostApplicationBuilder().Configuration[]
            Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder().Configuration[] Microsoft.Extensions.Hosting.HostApplicationBuilder().Configuration[]
            Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder().Configuration[]
            Microsoft.Extensions.Configuration.ConfigurationBuilder().AddEnvironmentVariables().Build()[]
            """),
    };
}
