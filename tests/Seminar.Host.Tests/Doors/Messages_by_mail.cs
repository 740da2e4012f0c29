using System.Net;
using System.Net.Sockets;
using System.Text;
using Seminar.Host.Access;

namespace Seminar.Host.Tests.Doors;

/// <summary>One-time links by e-mail, and by hand when there is none.</summary>
public sealed class Messages_by_mail
{
    [Fact]
    public async Task An_invitation_and_a_forgotten_password_go_through_the_mail_server()
    {
        using var workspace = new Workspace();
        await using var mailbox = new Mailbox();
        await using var host = await HostProcess.StartAsync(workspace.Data, environment:
        [
            ("Mail__Host", "127.0.0.1"), ("Mail__Port", $"{mailbox.Port}"), ("Mail__Security", "None"),
            ("Mail__From", "seminaire@exemple.fr"), ("Seminar__PublicAddress", "https://seminaire.exemple.fr"),
        ]);
        using var administrator = new Browser(host.Anonymous.BaseAddress!);
        await administrator.CreateFirstAccountAsync(host.FirstAccount!);

        using var invitation = await administrator.SendAsync(
            "/administration/equipe", "/administration/equipe", ("nom", "Nom 1"), ("courriel", "nom1@exemple.fr"), ("role", "Coordinator"), ("atelier", ""));
        PageText.Of(await invitation.Content.ReadAsStringAsync()).Should().Contain("Le courriel est parti");
        using var stranger = new Browser(host.Anonymous.BaseAddress!);
        using var known = await stranger.SendAsync("/compte/oubli", "/compte/oubli", ("courriel", "nom1@exemple.fr"));
        using var unknown = await stranger.SendAsync("/compte/oubli", "/compte/oubli", ("courriel", "personne@exemple.fr"));

        // The page answers at once; the message follows.
        await mailbox.HasReceivedAsync(2);
        mailbox.Messages.Should().HaveCount(2).And.OnlyContain(message =>
            message.Contains("nom1@exemple.fr") && message.Contains("https://seminaire.exemple.fr/compte/mot-de-passe?compte="));
        PageText.Of(await known.Content.ReadAsStringAsync()).Should().Be(PageText.Of(await unknown.Content.ReadAsStringAsync()), "who has an account is nobody's business");
        host.Output.Should().NotContain("nom1@exemple.fr");
    }

    [Fact]
    public async Task Without_a_public_address_no_message_leaves_whatever_the_request_says_the_site_is()
    {
        await using var mailbox = new Mailbox();
        await using var house = new OpenHouse { Settings = [$"--Mail:Host=127.0.0.1", $"--Mail:Port={mailbox.Port}", "--Mail:Security=None", "--Mail:From=seminaire@exemple.fr"] };
        await house.InitializeAsync();
        using var administrator = await house.TeamAsync(Role.Administrator);

        using var invitation = await administrator.SendAsync(
            "/administration/equipe", "/administration/equipe", ("nom", "Nom 3"), ("courriel", "nom3@exemple.fr"), ("role", "Coordinator"), ("atelier", ""));
        PageText.Of(await invitation.Content.ReadAsStringAsync()).Should().Contain("l’adresse publique du site n’est pas réglée").And.Contain("/compte/mot-de-passe?compte=");
        using var stranger = house.Browse();
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/compte/oubli")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create(Forms.TokenField, await Forms.TokenAsync(stranger.Client, "/entrer")), KeyValuePair.Create("courriel", "nom3@exemple.fr")]),
        };
        forged.Headers.Host = "ailleurs.example";
        using var asked = await stranger.Client.SendAsync(forged);

        PageText.Of(await asked.Content.ReadAsStringAsync()).Should().Contain("Ce site n’envoie pas de courriels");
        mailbox.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task A_forgotten_password_s_link_leads_to_the_public_address_whatever_the_request_says_the_site_is()
    {
        await using var mailbox = new Mailbox();
        await using var house = new OpenHouse
        {
            Settings = [$"--Mail:Host=127.0.0.1", $"--Mail:Port={mailbox.Port}", "--Mail:Security=None", "--Mail:From=seminaire@exemple.fr", "--Seminar:PublicAddress=https://seminaire.exemple.fr/"],
        };
        await house.InitializeAsync();
        var (_, email) = await house.MemberAsync(Role.Coordinator);
        using var stranger = house.Browse();
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/compte/oubli")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create(Forms.TokenField, await Forms.TokenAsync(stranger.Client, "/entrer")), KeyValuePair.Create("courriel", email)]),
        };
        forged.Headers.Host = "ailleurs.example";
        using var asked = await stranger.Client.SendAsync(forged);

        await mailbox.HasReceivedAsync(1);
        mailbox.Messages.Should().ContainSingle().Which.Should().Contain("https://seminaire.exemple.fr/compte/mot-de-passe?compte=").And.NotContain("ailleurs.example");
    }

    [Fact]
    public async Task Without_a_mail_server_the_administrator_hands_the_link_over()
    {
        using var workspace = new Workspace();
        await using var host = await HostProcess.StartAsync(workspace.Data, environment: [("Mail__Host", "127.0.0.1"), ("Mail__Port", "1"), ("Mail__From", "a@exemple.fr")]);
        using var administrator = new Browser(host.Anonymous.BaseAddress!);
        await administrator.CreateFirstAccountAsync(host.FirstAccount!);

        var link = await administrator.InviteAsync("nom2@exemple.fr", "Coordinator");

        link.Should().StartWith("/compte/mot-de-passe?compte=");
        host.Output.Should().NotContain("nom2@exemple.fr").And.NotContain("jeton=" + link.Split("jeton=")[1]);
    }

    /// <summary>A mail server that keeps what it is given: the border of the outside world.</summary>
    private sealed class Mailbox : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<string> _messages = [];
        private readonly SemaphoreSlim _received = new(0);
        private readonly Task _serving;

        public Mailbox()
        {
            _listener.Start();
            _serving = ServeAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public IReadOnlyList<string> Messages
        {
            get
            {
                lock (_messages)
                {
                    return [.. _messages];
                }
            }
        }

        public async Task HasReceivedAsync(int messages)
        {
            for (var i = 0; i < messages; i++)
            {
                (await _received.WaitAsync(TimeSpan.FromMinutes(1))).Should().BeTrue("{0} messages must come", messages);
            }
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
            _received.Dispose();
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await ConverseAsync(client);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // Closed at the end of the test.
            }
        }

        private async Task ConverseAsync(TcpClient client)
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 mailbox");
            while (await reader.ReadLineAsync() is { } line && !line.StartsWith("QUIT", StringComparison.Ordinal))
            {
                if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    Keep(await ReadMessageAsync(reader));
                }

                await writer.WriteLineAsync("250 ok");
            }
        }

        private static async Task<string> ReadMessageAsync(StreamReader reader)
        {
            var text = new StringBuilder();
            while (await reader.ReadLineAsync() is { } line && line != ".")
            {
                // Quoted-printable: a line that ends with = goes on, and =3D is an equals sign.
                text.Append(line.EndsWith('=') ? line[..^1] : line + "\n");
            }

            return text.ToString().Replace("=3D", "=", StringComparison.Ordinal);
        }

        private void Keep(string message)
        {
            lock (_messages)
            {
                _messages.Add(message);
            }

            _received.Release();
        }
    }
}
