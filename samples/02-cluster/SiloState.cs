namespace ClusterSample;

/// <summary>What became of a silo.</summary>
internal enum SiloState
{
    Absent,
    Starting,
    Serving,
    Leaving,
    Left,
    Killed,
}
