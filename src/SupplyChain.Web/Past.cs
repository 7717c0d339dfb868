namespace SupplyChain;

/// <summary>Whether a request asks for an entity as it was.</summary>
internal static class Past
{
    /// <summary>The moment; null for the present.</summary>
    /// <exception cref="FaultyRequestException">It is no moment.</exception>
    public static AsOf? AskedFor(HttpContext http)
    {
        var query = new QueryReader(http);
        var then = query.AsOf("asOf");
        query.Check();
        return then;
    }
}
