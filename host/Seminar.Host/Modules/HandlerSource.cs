using System.Reflection;
using System.Runtime.CompilerServices;
using Autofac;
using Autofac.Builder;
using Autofac.Core;
using MediatR;

namespace Seminar.Host.Modules;

/// <summary>
/// The handlers of a module, each registered when it is first asked for. Registering one compiles a way to make it: doing so
/// for all of them, in every module, was a fifth of the start.
/// </summary>
internal sealed class HandlerSource(IEnumerable<Assembly> assemblies) : IRegistrationSource
{
    // Themes share the assembly of their engine. Held weakly: a theme may be unloaded.
    private static readonly ConditionalWeakTable<Assembly, ILookup<Type, Type>> Known = [];

    private readonly List<ILookup<Type, Type>> _handlers = [.. assemblies.Select(assembly => Known.GetValue(assembly, HandlersOf))];

    public bool IsAdapterForIndividualComponents => false;

    /// <returns>The latest first, which is the one that Autofac takes: a theme's own handler goes before its engine's.</returns>
    public IEnumerable<IComponentRegistration> RegistrationsFor(Service service, Func<Service, IEnumerable<ServiceRegistration>> registrationAccessor) =>
        service is TypedService typed
            ? _handlers.SelectMany(handlers => handlers[typed.ServiceType]).Select(handler => RegistrationBuilder.ForType(handler).As(service).CreateRegistration()).ToArray().Reverse()
            : [];

    private static ILookup<Type, Type> HandlersOf(Assembly assembly) =>
        (from type in assembly.GetTypes()
         where type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
         from handled in type.GetInterfaces()
         where handled.IsGenericType && IsHandler(handled.GetGenericTypeDefinition())
         select (handled, type)).ToLookup(pair => pair.handled, pair => pair.type);

    private static bool IsHandler(Type definition) => definition == typeof(IRequestHandler<,>) || definition == typeof(INotificationHandler<>);
}
