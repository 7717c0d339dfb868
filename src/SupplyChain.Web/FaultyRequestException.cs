namespace SupplyChain;

/// <summary>A request whose path, query or headers are faulty; ends it with a problem document.</summary>
internal sealed class FaultyRequestException(Problem problem) : Exception(problem.Title)
{
    public Problem Problem { get; } = problem;
}
