using Autofac;
using MediatR;
using Seminar.Contracts.Storage;
using Seminar.Host.Data;
using Seminar.Storage;
using Seminar.Synthesis;

namespace Seminar.Host.Modules;

/// <summary>The synthesis module, hosted like a theme: a scope, a database and a mediator of its own.</summary>
internal sealed class SeminarModule : IAsyncDisposable
{
    public const string Key = "seminar";

    private readonly ModuleScope _scope;

    public SeminarModule(Kernel kernel, DataFolder data, ModuleEndpoints endpoints)
    {
        Database = ModuleDatabase.Open(data.SeminarDatabase, data.BackupsOf(Key), SynthesisModule.Migrations);
        _scope = new ModuleScope(Key, kernel.Open(Key, null, services =>
        {
            services.RegisterInstance(Database).As<IModuleDatabase>().ExternallyOwned();
            services.AddMediator([SynthesisModule.Assembly]);
            SynthesisModule.Register(services);
        }));
        endpoints.Set(Key, ModuleRoutes.Build(_scope, SynthesisModule.Map));
    }

    public ModuleDatabase Database { get; }

    public Task<T> AskAsync<T>(IRequest<T> question, CancellationToken cancel) => _scope.AskAsync(question, cancel);

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await Database.DisposeAsync();
    }
}
