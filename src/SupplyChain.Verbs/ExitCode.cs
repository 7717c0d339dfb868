namespace SupplyChain.Verbs;

/// <summary>What the process says when it ends.</summary>
public static class ExitCode
{
    public const int Ok = 0;

    /// <summary>It was refused, or it failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int BadUsage = 2;

    /// <summary>The cluster has given the silo up; a new process may join it.</summary>
    public const int GivenUp = 3;
}
