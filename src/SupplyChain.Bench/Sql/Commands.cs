using Npgsql;

namespace SupplyChain.Bench.Sql;

/// <summary>Statements with positional parameters, which can be prepared.</summary>
internal static class Commands
{
    /// <summary>The same statement with the values of $1, $2 …</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
