using System.Reflection;

namespace SupplyChain.Journal.Verification;

/// <summary>A journal that lets somebody look whenever a part of it is read.</summary>
public class Watched : DispatchProxy
{
    private IJournal _journal = null!;
    private Action _look = null!;

    public static IJournal Over(IJournal journal, Action look)
    {
        var watched = Create<IJournal, Watched>();
        (((Watched)(object)watched)._journal, ((Watched)(object)watched)._look) = (journal, look);
        return watched;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IJournal.ReadTailAsync))
            _look();
        return targetMethod.Invoke(_journal, args);
    }
}
