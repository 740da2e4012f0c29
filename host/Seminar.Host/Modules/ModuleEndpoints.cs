using Microsoft.Extensions.Primitives;

namespace Seminar.Host.Modules;

/// <summary>The endpoints of all modules; a module's are put, replaced or taken away by one assignment, while serving.</summary>
internal sealed class ModuleEndpoints : EndpointDataSource, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, IReadOnlyList<Endpoint>> _byModule = [];
    private volatile IReadOnlyList<Endpoint> _all = [];
    private CancellationTokenSource _change = new();

    public override IReadOnlyList<Endpoint> Endpoints => _all;

    public override IChangeToken GetChangeToken()
    {
        lock (_gate)
        {
            return new CancellationChangeToken(_change.Token);
        }
    }

    public void Set(string module, IReadOnlyList<Endpoint> endpoints) =>
        SetAll([KeyValuePair.Create(module, endpoints)]);

    /// <summary>Sets the endpoints of several modules with a single rebuild of the routing table.</summary>
    public void SetAll(IEnumerable<KeyValuePair<string, IReadOnlyList<Endpoint>>> modules)
    {
        CancellationTokenSource change;
        lock (_gate)
        {
            foreach (var (module, endpoints) in modules)
            {
                _byModule[module] = endpoints;
            }

            _all = [.. _byModule.Values.SelectMany(endpoints => endpoints)];
            change = _change;
            _change = new CancellationTokenSource();
        }

        // Outside the lock: the router reads Endpoints again from within.
        change.Cancel();
        change.Dispose();
    }

    public void Dispose() => _change.Dispose();
}
