namespace SupplyChain.Tables;

/// <summary>A connection that reads the tables. Used by one thread at a time; one question after the other.</summary>
internal interface IReadSession : IDisposable
{
    /// <summary>What the database says in its own way.</summary>
    SqlDialect Dialect { get; }

    /// <summary>A question, with <c>?</c> or <c>?1</c> for its parameters.</summary>
    IQuestion this[string sql] { get; }
}
