using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using OpenAI;

namespace Seminar.Synthesis.Features.TransversalSynthesis.Drafting;

/// <summary>
/// The language model that may reword cited notes: any server that speaks the protocol of OpenAI, Ollama among them
/// (<c>http://localhost:11434/v1</c>). Off unless the administrator names one in the settings; nothing is sent before.
/// </summary>
internal sealed class LanguageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Uri? _address;
    private readonly string _model;
    private readonly string _key;

    public LanguageModel(IConfiguration configuration)
    {
        var section = configuration.GetSection("Drafting");
        _address = Uri.TryCreate(section["Address"], UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
        _model = section["Model"] ?? "";
        _key = section["Key"] is { Length: > 0 } key ? key : "none";
    }

    /// <summary>Where notes would be sent, for the page to say so; null while it is off.</summary>
    public string? Server => _address is not null && _model.Length > 0 ? _address.Authority : null;

    /// <summary>Asks the model.</summary>
    /// <exception cref="InvalidOperationException">None is configured.</exception>
    public async Task<string> AskAsync(string instruction, string notes, CancellationToken cancel)
    {
        if (Server is null)
        {
            throw new InvalidOperationException("No language model is configured.");
        }

        // One try: whoever waits can press the button again.
        var options = new OpenAIClientOptions { Endpoint = _address, NetworkTimeout = Patience, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) };
        using var client = new OpenAIClient(new ApiKeyCredential(_key), options).GetChatClient(_model).AsIChatClient();
        var answer = await client.GetResponseAsync([new ChatMessage(ChatRole.System, instruction), new ChatMessage(ChatRole.User, notes)], new ChatOptions { Temperature = 0.2f }, cancel);
        return answer.Text;
    }
}
