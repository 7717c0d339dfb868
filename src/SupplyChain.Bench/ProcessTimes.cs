using System.Globalization;

namespace SupplyChain.Bench;

/// <summary>
/// CPU time of the nodes and of the database server, as far as they run on this machine. Needs Linux.
/// </summary>
internal sealed class ProcessTimes(IReadOnlyList<int> nodes, int? postmaster)
{
    private const double MsPerTick = 10;

    /// <summary>What they have used so far, in ms; null where unknown.</summary>
    public (double? Nodes, double? Database) Read() => (
        nodes.Count == 0 ? null : nodes.Sum(node => Stat(node)?.Own ?? 0),
        postmaster is { } server ? OfServer(server) : null);

    /// <summary>Bytes the nodes have written to disk so far; null where unknown.</summary>
    public double? ReadWrittenBytes() => nodes.Count == 0
        ? null
        : nodes.Aggregate((double?)0, (sum, node) => sum + WrittenBytes(node));

    /// <summary>The process that started another; null when that is not on this machine.</summary>
    public static int? Parent(int process) => Stat(process)?.Parent;

    /// <summary>Sessions that ended count too: the server has inherited their time.</summary>
    private static double OfServer(int server) =>
        (Stat(server) is { } own ? own.Own + own.Inherited : 0) + Children(server).Sum(child => Stat(child)?.Own ?? 0);

    private static IEnumerable<int> Children(int process) =>
        File.Exists($"/proc/{process}/task/{process}/children")
            ? File.ReadAllText($"/proc/{process}/task/{process}/children")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            : [];

    private static double? WrittenBytes(int process)
    {
        const string Field = "write_bytes:";
        try
        {
            return File.ReadLines($"/proc/{process}/io")
                .Where(line => line.StartsWith(Field, StringComparison.Ordinal))
                .Select(line => (double?)long.Parse(line[Field.Length..], CultureInfo.InvariantCulture))
                .FirstOrDefault();
        }
        catch (Exception notTold) when (notTold is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static (int Parent, double Own, double Inherited)? Stat(int process)
    {
        try
        {
            // The program's name is in parentheses and may hold anything; what is counted begins behind it.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            double Ms(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture) * MsPerTick;
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), Ms(11) + Ms(12), Ms(13) + Ms(14));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
