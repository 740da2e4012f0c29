using Autofac;
using Autofac.Extensions.DependencyInjection;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Seminar.Contracts.Themes;

namespace Seminar.Host.Modules;

/// <summary>
/// The running side of a module: its services, its mediator, its endpoints. Requests and questions enter through it,
/// so that a module can be closed once the last of them has left.
/// </summary>
internal sealed class ModuleScope(string key, ILifetimeScope scope) : IAsyncDisposable
{
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // The module itself counts for one until it closes.
    private int _guests = 1;
    private volatile bool _closed;

    public string Key => key;

    public IServiceProvider Services { get; } = new AutofacServiceProvider(scope);

    public async Task<T> AskAsync<T>(IRequest<T> question, CancellationToken cancel)
    {
        Enter();
        try
        {
            await using var inner = scope.BeginLifetimeScope();
            return await inner.Resolve<IMediator>().Send(question, cancel);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Serves a request, which has entered, with services of this module instead of the host's.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate endpoint)
    {
        // The feature, not RequestServices: the getter of the latter would create the host's scope for nothing.
        var hosts = context.Features.Get<IServiceProvidersFeature>();
        try
        {
            await using var own = new OwnServices(scope);
            context.Features.Set<IServiceProvidersFeature>(own);
            await endpoint(context);
        }
        finally
        {
            context.Features.Set(hosts);
        }
    }

    /// <summary>Counts whoever enters; false once the module is closing.</summary>
    public bool TryEnter()
    {
        Interlocked.Increment(ref _guests);
        if (!_closed)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _guests) == 0)
        {
            _empty.TrySetResult();
        }
    }

    /// <summary>Lets nobody in any more, waits for those inside, then disposes the services.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        // Connections that are held open have to be told, or they would be waited for in vain.
        await scope.Resolve<ModuleClosing>().CancelAsync();
        Leave();
        await Task.WhenAny(_empty.Task, Task.Delay(LongestDrain));
        await scope.DisposeAsync();
    }

    private void Enter()
    {
        if (!TryEnter())
        {
            throw new ThemeUnavailableException($"Le module « {key} » ne répond plus : il vient d’être arrêté.");
        }
    }

    /// <summary>The services of one request, made when the first of them is asked for.</summary>
    private sealed class OwnServices(ILifetimeScope scope) : IServiceProvidersFeature, IAsyncDisposable
    {
        private ILifetimeScope? _inner;
        private IServiceProvider? _services;

        public IServiceProvider RequestServices
        {
            get => _services ??= new AutofacServiceProvider(_inner = scope.BeginLifetimeScope());
            set => _services = value;
        }

        public ValueTask DisposeAsync() => _inner?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}

/// <summary>Tells what a module holds open that it is being stopped; with the host, every module is.</summary>
internal sealed class ModuleClosing(CancellationToken hostStopping) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(hostStopping);

    public ModuleLifetime Lifetime => new(_source.Token);

    public Task CancelAsync() => _source.CancelAsync();

    public void Dispose() => _source.Dispose();
}
