using System.Net.Http.Headers;
using System.Text.Json;
using Seminar.Host.Access;
using Seminar.Host.Data;
using Seminar.Host.Startup;

namespace Seminar.Host.Commands;

/// <summary>
/// A command works on a data folder in one of two ways: alone, holding its lock, or through the host that holds it.
/// </summary>
internal sealed class HostConnection : IDisposable
{
    private readonly DataLock? _lock;
    private readonly HttpClient? _client;

    private HostConnection(DataLock? dataLock, HttpClient? client)
    {
        _lock = dataLock;
        _client = client;
    }

    /// <summary>The host that serves this folder; null when the command is alone.</summary>
    public HttpClient? Host => _client;

    /// <exception cref="InvalidOperationException">A host holds the folder but does not say where it listens.</exception>
    public static HostConnection Open(DataFolder data)
    {
        if (DataLock.TryTake(data) is { } dataLock)
        {
            return new HostConnection(dataLock, null);
        }

        if (!File.Exists(data.RunningHost))
        {
            throw new InvalidOperationException("Un programme Seminar démarre ou s’arrête sur ce dossier de données. Réessayez dans un instant.");
        }

        var host = JsonSerializer.Deserialize(File.ReadAllText(data.RunningHost), RunningHostJson.Default.RunningHost)!;
        var client = new HttpClient { BaseAddress = new Uri(host.Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AccessKey.ReadOrCreate(data.AccessKey).Text);
        return new HostConnection(null, client);
    }

    /// <summary>Prints a refusal of the host, as a sentence.</summary>
    public static async Task<int> RefuseAsync(HttpResponseMessage answer)
    {
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var root = problem.RootElement;
        await Console.Error.WriteLineAsync(Text(root, "detail") ?? Text(root, "title") ?? $"Refusé ({(int)answer.StatusCode}).");
        if (root.TryGetProperty("errors", out var errors))
        {
            foreach (var error in errors.EnumerateObject())
            {
                foreach (var message in error.Value.EnumerateArray())
                {
                    await Console.Error.WriteLineAsync($"  {error.Name} : {message.GetString()}");
                }
            }
        }

        return 1;
    }

    public void Dispose()
    {
        _client?.Dispose();
        _lock?.Dispose();
    }

    private static string? Text(JsonElement problem, string name) =>
        problem.TryGetProperty(name, out var text) ? text.GetString() : null;
}
