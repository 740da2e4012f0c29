using System.Runtime.CompilerServices;
using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Host.Modules;
using Seminar.Storage;

namespace Seminar.Host.Themes;

/// <summary>One loaded version of a theme.</summary>
internal sealed class RunningTheme(
    ThemeManifest manifest,
    string folder,
    ThemeDescription description,
    ModuleScope scope,
    ModuleDatabase database,
    IReadOnlyList<Endpoint> endpoints,
    ThemeLoadContext types) : IRunningTheme, IAsyncDisposable
{
    public ThemeManifest Manifest => manifest;

    public string Folder => folder;

    public ThemeIdentity Identity { get; } = manifest.ToIdentity();

    public ThemeDescription Description => description;

    public ThemeLoadContext Types => types;

    public ModuleDatabase Database => database;

    public IReadOnlyList<Endpoint> Endpoints => endpoints;

    public Task<TAnswer> AskAsync<TAnswer>(IRequest<TAnswer> question, CancellationToken cancel) =>
        scope.AskAsync(question, cancel);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await database.DisposeAsync();
        if (types.IsCollectible)
        {
            types.Unload();
        }
    }
}
