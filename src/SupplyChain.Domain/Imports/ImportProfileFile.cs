using System.Text.Json.Serialization;

namespace SupplyChain.Imports;

/// <summary>A profile as its JSON file says it; everything is checked by <see cref="ImportProfileReader"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ImportProfileFile
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string Delimiter { get; init; } = ",";

    public string? Encoding { get; init; }

    public string? DecimalSeparator { get; init; }

    public string? GroupSeparator { get; init; }

    public Dictionary<string, Field>? Fields { get; init; }

    public string[] DateFormats { get; init; } = ["yyyy-MM-dd"];

    public int TwoDigitYearsUntil { get; init; } = 2049;

    public string? Currency { get; init; }

    public Dictionary<string, string> Countries { get; init; } = [];

    public bool ReceiveStock { get; init; }

    public bool DefineMissing { get; init; }

    public bool Partial { get; init; }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Field
    {
        public string[] Columns { get; init; } = [];

        public string[] Unknown { get; init; } = [];

        public string? OtherRow { get; init; }

        public string Id { get; init; } = "asGiven";
    }
}
