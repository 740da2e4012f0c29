using System.Reflection;
using Autofac;
using MediatR;

namespace Seminar.Host.Modules;

/// <summary>All that ties this host to a version of MediatR. Each module has a mediator of its own.</summary>
internal static class Mediation
{
    public static void AddMediator(this ContainerBuilder services, IEnumerable<Assembly> handlers)
    {
        services.RegisterType<Mediator>().As<IMediator>().InstancePerLifetimeScope();
        services.Register<ServiceFactory>(context =>
        {
            var scope = context.Resolve<ILifetimeScope>();
            return type => scope.Resolve(type);
        }).InstancePerLifetimeScope();
        services.RegisterSource(new HandlerSource(handlers));
    }
}
