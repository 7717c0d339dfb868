namespace SupplyChain.Imports;

/// <summary>Starts an import of the file that was stored for it.</summary>
/// <param name="Profile">The profile's name.</param>
/// <param name="DryRun">Only report, write nothing.</param>
/// <param name="Charset">The file's encoding, for example <c>windows-1252</c>; null leaves it to the file's byte order
/// mark, then to the profile, then to UTF-8.</param>
[GenerateSerializer, Immutable, Alias("start-import")]
public sealed record StartImport(
    [property: Id(0)] string Profile, [property: Id(1)] bool DryRun, [property: Id(2)] string? Charset = null)
{
    /// <summary>What is wrong with it; nothing in most cases.</summary>
    public Items<Fault> Validate() => Charset is { } charset && TextEncoding.Find(charset) is null
        ? [new("/charset", FaultCodes.Invalid, $"The charset '{charset}' is not known; {TextEncoding.Examples}.")]
        : [];
}
