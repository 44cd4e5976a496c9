// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// Stand-in for the messenger of either chain. `sendMessage` only logs; the keeper reads the log and calls `relayMessage` on the
/// other chain, which refuses a message younger than `challengePeriod` (seven days on L1, nothing on L2) or relayed before.
contract CrossDomainMessenger {
    address public relayer;
    uint256 public challengePeriod;
    uint256 public messageNonce;
    mapping(bytes32 messageHash => bool) public relayed;
    address private sender;

    event SentMessage(
        address indexed target, address sender, bytes message, uint256 messageNonce, uint256 gasLimit, uint256 sentAt
    );
    event RelayedMessage(bytes32 indexed messageHash);

    function initialize(address relayer_, uint256 challengePeriod_) external {
        require(relayer == address(0), "Messenger: initialized");
        relayer = relayer_;
        challengePeriod = challengePeriod_;
    }

    /// Who sent the message being delivered; fails outside of a delivery, as the real one does.
    function xDomainMessageSender() external view returns (address) {
        require(sender != address(0), "xDomainMessageSender is not set");
        return sender;
    }

    function sendMessage(address target, bytes calldata message, uint32 gasLimit) external payable {
        emit SentMessage(target, msg.sender, message, messageNonce++, gasLimit, block.timestamp);
    }

    function relayMessage(address target, address from, bytes calldata message, uint256 nonce, uint256 sentAt)
        external
    {
        require(msg.sender == relayer, "Messenger: not the relayer");
        // Clocks of the two chains differ by seconds: where there is nothing to wait for, they are not compared.
        require(challengePeriod == 0 || block.timestamp >= sentAt + challengePeriod, "Messenger: challenge period");
        bytes32 messageHash = keccak256(abi.encode(target, from, message, nonce, sentAt));
        require(!relayed[messageHash], "Messenger: already relayed");
        relayed[messageHash] = true;
        sender = from;
        (bool ok, bytes memory reason) = target.call(message);
        if (!ok) {
            assembly {
                revert(add(reason, 32), mload(reason))
            }
        }
        sender = address(0);
        emit RelayedMessage(messageHash);
    }
}
