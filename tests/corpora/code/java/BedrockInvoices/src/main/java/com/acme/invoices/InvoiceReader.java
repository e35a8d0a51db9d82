package com.acme.invoices;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

public class InvoiceReader {
    private static final String MODEL_ID = "amazon.nova-lite-v1:0";

    private final BedrockRuntimeClient bedrock = BedrockRuntimeClient.builder().region(Region.EU_WEST_1).build();
    private final S3Client s3 = S3Client.create();

    public String read(String key) {
        var stored = s3.getObjectAsBytes(GetObjectRequest.builder().bucket("acme-invoices").key(key).build());
        var message = Message.builder().role(ConversationRole.USER).content(ContentBlock.fromText("Total of: " + stored.asUtf8String())).build();
        var response = bedrock.converse(ConverseRequest.builder().modelId(MODEL_ID).messages(message).build());
        return response.output().message().content().get(0).text();
    }

    public byte[] vector(String text) {
        var request = InvokeModelRequest.builder().modelId("amazon.titan-embed-text-v2:0").body(SdkBytes.fromUtf8String("{\"inputText\":\"" + text + "\"}")).build();
        return bedrock.invokeModel(request).body().asByteArray();
    }
}
