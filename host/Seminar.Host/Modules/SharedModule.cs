using System.Reflection;
using Autofac;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Storage;

namespace Seminar.Host.Modules;

/// <summary>A module that stands beside the themes, hosted like one: a scope, a database and a mediator of its own.</summary>
internal abstract class SharedModule : IAsyncDisposable
{
    private readonly ModuleScope _scope;

    protected SharedModule(
        ModuleDatabase database, Kernel kernel, ModuleEndpoints endpoints, string key,
        Assembly handlers, Action<ContainerBuilder> register, Action<IEndpointRouteBuilder> map)
    {
        Database = database;
        _scope = new ModuleScope(key, kernel.Open(key, null, services =>
        {
            services.RegisterInstance(Database).As<IModuleDatabase>().AsSelf().ExternallyOwned();
            services.AddMediator([handlers]);
            register(services);
        }));
        endpoints.Set(key, ModuleRoutes.Build(_scope, map));
    }

    public ModuleDatabase Database { get; }

    public Task<T> AskAsync<T>(IRequest<T> question, CancellationToken cancel) => _scope.AskAsync(question, cancel);

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await Database.DisposeAsync();
    }
}
