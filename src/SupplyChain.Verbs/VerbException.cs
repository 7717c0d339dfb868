namespace SupplyChain.Verbs;

/// <summary>A verb cannot do what it was asked; the message is one line and names the option to change.</summary>
public class VerbException(string message, int code = ExitCode.Failed, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The exit code of the process.</summary>
    public int Code => code;
}
