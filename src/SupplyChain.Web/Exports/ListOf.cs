namespace SupplyChain.Exports;

/// <summary>A list of REST: what it is asked, what it answers, and what its file has.</summary>
internal sealed record ListOf<TQuery, T, TAnswer> where TQuery : class where T : IListed
{
    /// <summary>The tag of its operations.</summary>
    public required string Tag { get; init; }

    /// <summary>What its operations are called behind "list" and "export".</summary>
    public required string Name { get; init; }

    /// <summary>What it lists, and how it comes.</summary>
    public required string Summary { get; init; }

    /// <summary>What its rows are.</summary>
    public required string Rows { get; init; }

    /// <summary>The columns of its file.</summary>
    public required ListColumns<T> Columns { get; init; }

    /// <summary>How a row is answered.</summary>
    public required Func<T, TAnswer> Answer { get; init; }

    /// <summary>Reads a page.</summary>
    public required Func<SupplyChainClient, TQuery, PageQuery, CancellationToken, Task<Page<T>>> Read { get; init; }

    /// <summary>What the path says of the query; null when it says nothing.</summary>
    public Func<HttpContext, TQuery, TQuery>? InPath { get; init; }

    /// <summary>
    /// The parameter of the path and the answer of an entity that may be called as the address of the export ends; null
    /// when there is none.
    /// </summary>
    public (string Parameter, Func<HttpContext, SupplyChainClient, Task<IResult>> GetAsync)? Entity { get; init; }

    /// <summary>A page of it, or its file.</summary>
    public Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        var reader = new QueryReader(http);
        var query = Filters<TQuery>.Read(reader);
        if (InPath is not null)
            query = InPath(http, query);
        var page = reader.Page(T.SortFields);
        var client = chain.ForReading(http);
        return Exporting.ListAsync(
            http, reader, Columns, page, (part, cancellation) => Read(client, query, part, cancellation), Answer);
    }

    /// <summary>Its file, or the entity that is called so.</summary>
    public Task<IResult> ExportAsync(HttpContext http, SupplyChainClient chain) =>
        Entity is { } entity && Exporting.IsEntity(http, entity.Parameter)
            ? entity.GetAsync(http, chain)
            : ListAsync(http, chain);
}
