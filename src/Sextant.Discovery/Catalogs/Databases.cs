using Sextant.Documents;

namespace Sextant.Discovery.Catalogs;

/// <summary>A database, cache or object store, as containers and connection URLs name it.</summary>
public sealed record Database
{
    /// <summary>Its slug, part of data-store ids.</summary>
    public required string Engine { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Image names without tag.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>Images that also index embeddings.</summary>
    public IReadOnlyList<string> VectorImages { get; init; } = [];

    /// <summary>URL schemes, without a driver.</summary>
    public IReadOnlyList<string> Schemes { get; init; } = [];

    /// <summary>The facet <c>dataType</c>.</summary>
    public string DataType { get; init; } = "database";

    /// <summary>The port it listens on.</summary>
    public int Port { get; init; }

    /// <summary>Variables that name the database it makes.</summary>
    public IReadOnlyList<string> DatabaseVariables { get; init; } = [];

    /// <summary>Variables that name its owner.</summary>
    public IReadOnlyList<string> UserVariables { get; init; } = [];

    /// <summary>The user that exists without them.</summary>
    public string DefaultUser { get; init; } = "";

    /// <summary>Variables that set a password.</summary>
    public IReadOnlyList<string> PasswordVariables { get; init; } = [];

    /// <summary>Arguments that set a password.</summary>
    public IReadOnlyList<string> PasswordArguments { get; init; } = [];

    /// <summary>Settings, as <c>NAME=value</c>, that switch authentication off.</summary>
    public IReadOnlyList<string> OpenSettings { get; init; } = [];

    /// <summary>Users that may do everything in it.</summary>
    public IReadOnlyList<string> Superusers { get; init; } = [];

    /// <summary>Whether the user that a container makes may do everything there.</summary>
    public bool OwnerRules { get; init; }

    /// <summary>Whether it is open when no password is set.</summary>
    public bool OpenOtherwise { get; init; }
}

/// <summary>The catalog of databases (<c>catalog/databases.yaml</c>).</summary>
public sealed class Databases
{
    private readonly Database[] _databases;

    private Databases(Database[] databases) => _databases = databases;

    /// <summary>Reads the catalog.</summary>
    /// <exception cref="InvalidDataException">The file is wrong; the message names the line.</exception>
    public static Databases Read(ReadOnlySpan<byte> yaml, PreparedYaml? prepared = null) =>
        new([.. CatalogYaml.Entries(yaml, "databases.yaml", "databases", prepared).Items.Select(One)]);

    /// <summary>The database that an image (without tag) holds; null if none is known.</summary>
    public Database? ByImage(string image) => Array.Find(_databases, d => d.Images.Any(i => InferenceServers.ImageMatches(image, i)));

    /// <summary>The database that a URL scheme reaches; null if none is known.</summary>
    public Database? ByScheme(string scheme) => Array.Find(_databases, d => d.Schemes.Contains(scheme, StringComparer.Ordinal));

    private static Database One(DocumentNode e) => new()
    {
        Engine = CatalogYaml.Required(e, "engine", "databases.yaml"),
        Name = CatalogYaml.Required(e, "name", "databases.yaml"),
        Images = [.. e["images"].Texts],
        VectorImages = [.. e["vectorImages"].Texts],
        Schemes = [.. e["schemes"].Texts],
        DataType = e["dataType"].TextOrNull ?? "database",
        Port = int.TryParse(e["port"].Text, out var port) ? port : 0,
        DatabaseVariables = [.. e["database"].Texts],
        UserVariables = [.. e["user"].Texts],
        DefaultUser = e["defaultUser"].Text,
        PasswordVariables = [.. e["password"].Texts],
        PasswordArguments = [.. e["arguments"].Texts],
        OpenSettings = [.. e["open"].Texts],
        Superusers = [.. e["superusers"].Texts],
        OwnerRules = e["ownerRules"].Flag == true,
        OpenOtherwise = e["otherwise"].Text == "none",
    };
}
