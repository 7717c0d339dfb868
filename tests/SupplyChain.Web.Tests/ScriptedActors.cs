using System.Reflection;

namespace SupplyChain;

/// <summary>Actors that answer what a test tells them to, so that the edges can be tested without a cluster.</summary>
public sealed class ScriptedActors
{
    private readonly Dictionary<(Type, string), Func<string, object?, object>> _answers = [];

    public ScriptedActors()
    {
        Factory = DispatchProxy.Create<IGrainFactory, FactoryProxy>();
        ((FactoryProxy)Factory).Actors = this;
    }

    public IGrainFactory Factory { get; }

    /// <summary>What an actor answers to a call, given its key and the call's argument.</summary>
    public void On<TActor, T>(string method, Func<string, object?, Task<T>> answer) =>
        _answers[(typeof(TActor), method)] = answer;

    private object Answer(Type actor, string key, MethodInfo method, object?[]? args) =>
        _answers.TryGetValue((actor, method.Name), out var answer)
            ? answer(key, args is { Length: > 0 } ? args[0] : null)
            : method.ReturnType == typeof(Task)
                ? Task.CompletedTask
                : throw new NotSupportedException($"Nobody said what {actor.Name}.{method.Name} answers.");

    public class FactoryProxy : DispatchProxy
    {
        public ScriptedActors Actors { get; set; } = null!;

        protected override object Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var type = targetMethod!.GetGenericArguments()[0];
            var actor = (ActorProxy)Create(type, typeof(ActorProxy));
            (actor.Actors, actor.Type, actor.Key) = (Actors, type, (string)args![0]!);
            return actor;
        }
    }

    public class ActorProxy : DispatchProxy
    {
        public ScriptedActors Actors { get; set; } = null!;

        public Type Type { get; set; } = null!;

        public string Key { get; set; } = "";

        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) =>
            Actors.Answer(Type, Key, targetMethod!, args);
    }
}
