using Autofac;
using Autofac.Builder;
using Autofac.Core;

namespace Seminar.Host.Modules;

/// <summary>
/// ASP.NET Core's own services of a module, each registered when it is first asked for. A module needs few of the hundred, and
/// registering one compiles a way to make it.
/// </summary>
/// <param name="descriptors">The services by their type; open generics by their definition.</param>
/// <param name="module">The scope whose own the singletons are.</param>
internal sealed class FrameworkSource(ILookup<Type, ServiceDescriptor> descriptors, string module) : IRegistrationSource
{
    public bool IsAdapterForIndividualComponents => false;

    /// <returns>The latest first: Autofac takes the first for a single service, and sorts them by their making for a list.</returns>
    public IEnumerable<IComponentRegistration> RegistrationsFor(Service service, Func<Service, IEnumerable<ServiceRegistration>> registrationAccessor)
    {
        if (service is not TypedService { ServiceType: var type })
        {
            return [];
        }

        var generic = type.IsConstructedGenericType ? descriptors[type.GetGenericTypeDefinition()] : [];
        return generic.Concat(descriptors[type]).Select(descriptor => Register(service, type, descriptor)).ToArray().Reverse();
    }

    private IComponentRegistration Register(Service service, Type type, ServiceDescriptor descriptor)
    {
        if (descriptor.ImplementationInstance is { } instance)
        {
            return RegistrationBuilder.ForDelegate(type, (_, _) => instance).As(service).SingleInstance().ExternallyOwned().CreateRegistration();
        }

        return descriptor.ImplementationFactory is { } make
            ? Live(RegistrationBuilder.ForDelegate(type, (context, _) => make(context.Resolve<IServiceProvider>())), descriptor).As(service).CreateRegistration()
            : Live(RegistrationBuilder.ForType(Close(descriptor.ImplementationType!, type)), descriptor).As(service).CreateRegistration();
    }

    private static Type Close(Type implementation, Type service) =>
        implementation.IsGenericTypeDefinition ? implementation.MakeGenericType(service.GenericTypeArguments) : implementation;

    private IRegistrationBuilder<object, TActivator, SingleRegistrationStyle> Live<TActivator>(IRegistrationBuilder<object, TActivator, SingleRegistrationStyle> registration, ServiceDescriptor descriptor) =>
        descriptor.Lifetime switch
        {
            ServiceLifetime.Singleton => registration.InstancePerMatchingLifetimeScope(module),
            ServiceLifetime.Scoped => registration.InstancePerLifetimeScope(),
            _ => registration.InstancePerDependency(),
        };
}
