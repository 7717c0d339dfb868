namespace SupplyChain;

/// <summary>Commands that can say what they would do instead of doing it: <c>?dryRun=true</c>.</summary>
internal static class DryRun
{
    /// <summary>The parameter, for the document.</summary>
    public static QueryParameter Parameter { get; } = QueryParameter.Flag(
        "dryRun",
        "Only say what would happen: 200 with the entity as it would be, and beside its members which reserved units "
        + "would move, which would wait and which would be filled. Nothing is written.");

    /// <summary>Whether a request only wants to know.</summary>
    /// <exception cref="FaultyRequestException">The parameter is malformed.</exception>
    public static bool IsWanted(HttpContext http)
    {
        var query = new QueryReader(http);
        var wanted = query.Flag("dryRun");
        query.Check();
        return wanted;
    }
}
