using System.ComponentModel;
using System.Net.Mail;

namespace Acme.Desk;

internal static class Tools
{
    [Description("Look up an employee.")]
    public static string FindEmployee([Description("Name")] string name) => name.Length > 3 ? $"{name}, desk 4" : "nobody";

    [Description("Send a message to an employee.")]
    public static string SendMail(string to, string text)
    {
        using var smtp = new SmtpClient("mail.acme.local");
        smtp.Send("desk@acme.com", to, "From the desk", text);
        return "sent";
    }
}
