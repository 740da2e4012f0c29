namespace Seminar.Contracts.Themes;

/// <summary>How long a module serves: for whoever holds connections open or works in the background.</summary>
/// <param name="Closing">Cancelled when the module is being stopped, before it waits for its requests to end.</param>
public sealed record ModuleLifetime(CancellationToken Closing);
