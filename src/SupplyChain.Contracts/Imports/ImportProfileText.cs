namespace SupplyChain.Imports;

/// <summary>A profile as JSON.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Json">What it says.</param>
/// <param name="Origin">Where it comes from.</param>
[GenerateSerializer, Immutable, Alias("import-profile-text")]
public sealed record ImportProfileText(
    [property: Id(0)] string Name, [property: Id(1)] string Json, [property: Id(2)] ImportProfileOrigin Origin);

/// <summary>Where a profile comes from; of two with one name the first counts.</summary>
[GenerateSerializer, Alias("import-profile-origin")]
public enum ImportProfileOrigin
{
    /// <summary>A planner or a program saved it.</summary>
    Saved = 1,

    /// <summary>It is a file of the node.</summary>
    Folder = 2,

    /// <summary>It comes with the product.</summary>
    Product = 3,
}

/// <summary>The answer to a command on a profile.</summary>
[GenerateSerializer, Immutable, Alias("import-profile-reply")]
public sealed record ImportProfileReply : Reply<ImportProfileText>;

/// <summary>Asks for a profile.</summary>
[GenerateSerializer, Immutable, Alias("get-import-profile")]
public sealed record GetImportProfile([property: Id(0)] string Name);
