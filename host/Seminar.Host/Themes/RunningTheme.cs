using System.Runtime.CompilerServices;
using MediatR;
using Seminar.Contracts.Themes;
using Seminar.Host.Modules;
using Seminar.Storage;

namespace Seminar.Host.Themes;

/// <summary>One loaded version of a theme.</summary>
internal sealed class RunningTheme(
    ThemeCandidate candidate,
    ThemeDescription description,
    ModuleScope scope,
    ModuleDatabase database,
    IReadOnlyList<Endpoint> endpoints,
    ThemeLoadContext types,
    ThemeAssemblies assemblies) : IRunningTheme, IAsyncDisposable
{
    /// <summary>The version on disk that it was started from.</summary>
    public ThemeCandidate Candidate => candidate;

    public ThemeManifest Manifest => candidate.Manifest!;

    /// <summary>Its own copy of the version's files.</summary>
    public string Folder => types.Folder;

    public ThemeIdentity Identity { get; } = candidate.Manifest!.ToIdentity();

    public ThemeDescription Description => description;

    public ModuleDatabase Database => database;

    public IReadOnlyList<Endpoint> Endpoints => endpoints;

    public Task<TAnswer> AskAsync<TAnswer>(IRequest<TAnswer> question, CancellationToken cancel) =>
        scope.AskAsync(question, cancel);

    /// <summary>Whether these very files are what it was started from.</summary>
    public bool IsOf(ThemeCandidate other) => candidate.VersionText == other.VersionText && candidate.Stamp == other.Stamp;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public async ValueTask DisposeAsync()
    {
        try
        {
            await scope.DisposeAsync();
        }
        finally
        {
            await database.DisposeAsync();
            assemblies.GiveBack(types, isSound: true);
        }
    }
}
