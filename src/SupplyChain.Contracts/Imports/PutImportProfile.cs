namespace SupplyChain.Imports;

/// <summary>Saves a profile, or replaces it.</summary>
/// <param name="Name">Its name, as it says itself.</param>
/// <param name="Json">The profile as JSON, at most <see cref="MaxLength"/> characters.</param>
[GenerateSerializer, Immutable, Alias("put-import-profile")]
public sealed record PutImportProfile([property: Id(0)] string Name, [property: Id(1)] string Json)
{
    /// <summary>The most characters of a profile.</summary>
    public const int MaxLength = 65_536;

    /// <summary>What is wrong with it, as far as can be told without reading it; nothing in most cases.</summary>
    public Items<Fault> Validate() => this switch
    {
        _ when !Identifier.IsValid(Name) =>
            [new("/name", FaultCodes.MalformedId, Identifier.Explain("name", Name))],
        { Json.Length: > MaxLength } =>
            [new("", FaultCodes.TooLong, $"A profile has at most {MaxLength} characters.")],
        _ => [],
    };
}

/// <summary>Deletes a profile that was saved; what is imported already stays.</summary>
[GenerateSerializer, Immutable, Alias("delete-import-profile")]
public sealed record DeleteImportProfile([property: Id(0)] string Name);
