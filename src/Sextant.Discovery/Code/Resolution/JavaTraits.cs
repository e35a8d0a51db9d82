using static Sextant.Discovery.Code.Resolution.LanguageTraits;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Java's own names, and those of the libraries through which values reach its programs.</summary>
internal static class JavaTraits
{
    public static readonly LanguageTraits All = new()
    {
        SeesMembers = true,
        Options = true,
        Builders = true,
        BuiltinModule = "java.lang",
        Builtins = Set("""
            System Runtime ProcessBuilder Process Class ClassLoader Thread Object Objects String StringBuilder Integer Long Double Float Boolean
            Math Iterable Runnable Record Enum Exception RuntimeException Override Deprecated
            """),
        TransparentTypes = Set("java.util.Optional java.util.concurrent.CompletableFuture java.util.function.Supplier jakarta.inject.Provider javax.inject.Provider jakarta.enterprise.inject.Instance org.springframework.beans.factory.ObjectProvider reactor.core.publisher.Mono"),
        ClassTypes = Set("java.lang.Class"),
        TransparentCalls = Set("""
            java.util.Objects.requireNonNull() java.util.Optional.of() java.util.Optional.ofNullable() java.lang.String.valueOf()
            java.util.Objects.requireNonNullElse() com.google.common.base.Preconditions.checkNotNull() kotlin.requireNotNull() kotlin.checkNotNull()
            """),
        WrappingCalls = Set("""
            java.nio.file.Path.of() java.nio.file.Paths.get() java.io.File() java.net.URI() java.net.URI.create() java.net.URL()
            org.springframework.core.io.ClassPathResource() org.springframework.core.io.FileSystemResource() com.azure.core.credential.AzureKeyCredential() com.aallam.openai.api.model.ModelId()
            """),
        DedentingCalls = Set("java.lang.String.stripIndent()"),
        TransparentMethods = Set("orElseThrow toUri toURI toPath toServerParameters"),
        EnvironmentReaders = Set("""
            java.lang.System.getenv() java.lang.System.getProperty() java.lang.System.getenv().get() java.lang.System.getenv().getOrDefault() java.lang.System.getenv()[]
            org.springframework.beans.factory.annotation.Value() org.eclipse.microprofile.config.inject.ConfigProperty()
            org.springframework.core.env.Environment().getProperty() org.springframework.core.env.Environment().getRequiredProperty()
            org.springframework.core.env.ConfigurableEnvironment().getProperty() org.eclipse.microprofile.config.Config().getValue()
            org.eclipse.microprofile.config.ConfigProvider.getConfig().getValue() io.github.cdimascio.dotenv.Dotenv.load().get() io.github.cdimascio.dotenv.Dotenv().get()
            io.micronaut.context.annotation.Value()
            """),
    };
}
